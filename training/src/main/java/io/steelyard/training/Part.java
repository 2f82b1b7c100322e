package io.steelyard.training;

/// How many rows one side of a split gets.
public sealed interface Part {
    /// A share of the rows.
    ///
    /// @param share above 0 and below 1
    /// @return the part
    static Part share(double share) {
        return new Share(share);
    }

    /// A number of rows.
    ///
    /// @param rows 1 or more
    /// @return the part
    static Part rows(int rows) {
        return new Rows(rows);
    }

    /// What the other side leaves.
    ///
    /// @return the part
    static Part rest() {
        return new Rest();
    }

    /// A share of the rows.
    ///
    /// @param share above 0 and below 1
    record Share(double share) implements Part {
        public Share {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("the share is " + share + ", but must be above 0 and below 1");
            }
        }
    }

    /// A number of rows.
    ///
    /// @param rows 1 or more
    record Rows(int rows) implements Part {
        public Rows {
            if (rows < 1) {
                throw new IllegalArgumentException("the number of rows is " + rows + ", but must be 1 or more");
            }
        }
    }

    /// What the other side leaves.
    record Rest() implements Part {}
}
