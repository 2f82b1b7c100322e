package io.steelyard.tracking.search;

/// What the values of a field are.
public enum ValueType {
    /// A text, written in quotes.
    TEXT,
    /// A number; of an attribute a whole one.
    NUMBER,
    /// A whole number that is written as a text, in quotes, and ordered as a number: the id of an experiment.
    ID
}
