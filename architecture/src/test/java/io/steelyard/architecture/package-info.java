/// The rules of the house, checked over all rooms: [House] is the table of who may use whom.
@NullMarked
package io.steelyard.architecture;

import org.jspecify.annotations.NullMarked;
