package io.steelyard.transforms;

/// A step of a feature pipeline before it has seen data: a description, immutable and reusable. It cannot transform
/// anything: only what it becomes by fitting can, so that transforming before fitting does not compile.
///
/// An [InputTransform] learns from the columns alone. A [TargetEncoding] learns from the target too and has no `fit`: it
/// gives the transformed training rows together with what it learned, so that they are never made by a step that has
/// seen their own labels. [EachColumn] is one step for many columns.
public sealed interface Transform permits InputTransform, TargetEncoding, EachColumn {}
