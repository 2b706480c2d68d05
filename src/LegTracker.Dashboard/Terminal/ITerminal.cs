namespace LegTracker.Dashboard.Terminal;

/// <summary>A screen with a keyboard: bytes out, bytes in, and a state that is always put back.</summary>
/// <remarks>Members may be called from any thread.</remarks>
internal interface ITerminal
{
    /// <summary>Columns and rows now; may change after a size signal.</summary>
    (int Columns, int Rows) Size { get; }

    /// <summary>Takes the terminal: raw keys, alternate screen, no cursor. Harmless when taken already.</summary>
    void Enter();

    /// <summary>Puts everything back as it was. Harmless when not taken.</summary>
    void Leave();

    /// <summary>Writes all bytes at once; nothing while the terminal is not taken.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Waits for input: the bytes read, 0 when the time-out (milliseconds, −1 for none) has passed, −1 at the end of input or after <see cref="Wake"/>.</summary>
    int Read(Span<byte> buffer, int timeout);

    /// <summary>Makes a waiting <see cref="Read"/> return, for good.</summary>
    void Wake();
}
