using System.Runtime.InteropServices;
using System.Text;

namespace LegTracker.Dashboard.Terminal;

/// <summary>The controlling terminal on standard input and output of a Unix system.</summary>
internal sealed unsafe class UnixTerminal : ITerminal
{
    private const int Input = 0;
    private const int Output = 1;
    private const int AfterDrain = 1;
    private const int Interrupted = 4;

    // Lives as long as the process: a signal may need it at any moment.
    private readonly byte* original = (byte*)NativeMemory.AllocZeroed(Libc.TermiosSize);
    private readonly byte* raw = (byte*)NativeMemory.AllocZeroed(Libc.TermiosSize);
    private readonly byte[] enter;
    private readonly byte[] putBack = Encoding.ASCII.GetBytes(ControlCodes.PutBack);
    private readonly int wakeReader;
    private readonly int wakeWriter;
    private readonly Lock gate = new();
    private bool taken;

    private UnixTerminal(bool mouse)
    {
        enter = Encoding.ASCII.GetBytes(ControlCodes.Enter(mouse));

        // Before raw mode: the console notes the settings it will put back at its own end.
        _ = Size;
        var pipe = stackalloc int[2];
        if (Libc.TcGetAttr(Input, original) != 0 || Libc.Pipe(pipe) != 0)
        {
            throw new InvalidOperationException($"the terminal's settings cannot be read (errno {Marshal.GetLastPInvokeError()})");
        }

        (wakeReader, wakeWriter) = (pipe[0], pipe[1]);
        Buffer.MemoryCopy(original, raw, Libc.TermiosSize, Libc.TermiosSize);
        Libc.CfMakeRaw(raw);
    }

    /// <summary>The terminal, or null with the reason in words when there is none that can be used.</summary>
    public static UnixTerminal? Open(bool mouse, out string reason)
    {
        if (OperatingSystem.IsWindows())
        {
            reason = "the full screen needs a Unix terminal; this is Windows";
            return null;
        }

        reason = Libc.IsATty(Input) == 0 ? "standard input is not a terminal"
            : Libc.IsATty(Output) == 0 ? "standard output is not a terminal"
            : "";
        return reason.Length > 0 ? null : new UnixTerminal(mouse);
    }

    /// <inheritdoc/>
    /// <remarks>The one use of the console: a size by <c>ioctl</c> cannot be bound portably.</remarks>
    public (int Columns, int Rows) Size => (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));

    public void Enter()
    {
        lock (gate)
        {
            taken = true;
            _ = Libc.TcSetAttr(Input, AfterDrain, raw);
            WriteAll(enter);
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            if (!taken)
            {
                return;
            }

            taken = false;
            WriteAll(putBack);
            _ = Libc.TcSetAttr(Input, AfterDrain, original);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (taken)
            {
                WriteAll(bytes);
            }
        }
    }

    public int Read(Span<byte> buffer, int timeout)
    {
        var both = stackalloc Libc.PollDescriptor[2];
        both[0] = new() { Descriptor = Input, Wanted = Libc.PollIn };
        both[1] = new() { Descriptor = wakeReader, Wanted = Libc.PollIn };
        var ready = Libc.Poll(both, 2, timeout);
        if (ready < 0)
        {
            // A signal has come in between: nothing was read, ask again.
            return Marshal.GetLastPInvokeError() == Interrupted ? 0 : -1;
        }

        if (ready == 0)
        {
            return 0;
        }

        if (both[1].Returned != 0)
        {
            return -1;
        }

        fixed (byte* start = buffer)
        {
            var count = (int)Libc.Read(Input, start, (nuint)buffer.Length);
            return count > 0 ? count : count < 0 && Marshal.GetLastPInvokeError() == Interrupted ? 0 : -1;
        }
    }

    public void Wake()
    {
        byte one = 1;
        _ = Libc.Write(wakeWriter, &one, 1);
    }

    // A terminal that has gone away cannot be told anything: errors end the write and are no fault of ours.
    private static void WriteAll(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var count = (int)Libc.Write(Output, start + done, (nuint)(bytes.Length - done));
                if (count < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return;
                }

                done += Math.Max(0, count);
            }
        }
    }
}
