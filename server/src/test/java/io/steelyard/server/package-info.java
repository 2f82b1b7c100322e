/// Tests of the control plane over HTTP, and of the data folder.
@NullMarked
package io.steelyard.server;

import org.jspecify.annotations.NullMarked;
