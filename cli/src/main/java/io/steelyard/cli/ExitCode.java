package io.steelyard.cli;

/// How a command ends, for scripts that ask.
enum ExitCode {
    /// All went well, and the answer, where one was asked for, is yes.
    OK(0),
    /// All went well, and the answer is no: a gate failed, data drifted.
    NO(1),
    /// The call or its input cannot be used: an unknown option, a damaged file, a port in use.
    USAGE(2),
    /// The fault is ours or that of a remote side.
    INTERNAL(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
