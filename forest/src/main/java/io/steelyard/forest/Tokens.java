package io.steelyard.forest;

import java.util.function.Consumer;

/// The values of a model file, read one after another from its bytes. Nothing is built that the caller did not ask for,
/// no claimed
/// size is believed before that many bytes are seen to be left, and nesting is bounded.
///
/// Every method throws [ForestException], with the place, where the bytes are something else or end too early.
interface Tokens {
    /// How deep values may nest; model files go to about ten.
    int MOST_NESTED = 64;

    /// Reads an object.
    ///
    /// @param field told the name of each field; it must read or skip the field's value
    void object(Consumer<String> field);

    /// Reads an array.
    ///
    /// @param item called for each item; it must read or skip it
    void array(Runnable item);

    /// Reads a string.
    String text();

    /// Reads an array of integers; true and false count as 1 and 0.
    int[] ints();

    /// Reads an array of numbers, each rounded to a float.
    float[] floats();

    /// Passes over a value of any kind.
    void skip();

    /// Checks that nothing follows.
    void end();

    /// An exception that names the place reached.
    ForestException failure(String message);
}
