using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LegTracker.Benchmarks.Screen;

/// <summary>A terminal without a window: a program runs on its far side, this side types and reads what is drawn.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    // What the dashboard writes at the end of each frame.
    private static readonly byte[] FrameEnd = "\e[?2026l"u8.ToArray();

    private const int ReadWriteNoControl = 0x102;

    private readonly FileStream near;
    private readonly BlockingCollection<(long Shown, string Bytes)> frames = [];
    private long drawn;

    /// <param name="command">Run by a shell with the terminal as its own; it ends with the terminal.</param>
    /// <param name="home">Where the program keeps its state and data; null for this user's own.</param>
    public PseudoTerminal(int columns, int rows, string command, string? home = null)
    {
        var handle = PosixOpenPt(ReadWriteNoControl);
        if (handle < 0 || GrantPt(handle) != 0 || UnlockPt(handle) != 0)
        {
            throw new InvalidOperationException($"no pseudo-terminal (errno {Marshal.GetLastPInvokeError()})");
        }

        var far = Marshal.PtrToStringUTF8(PtsName(handle)) ?? throw new InvalidOperationException("a pseudo-terminal without a name");
        near = new FileStream(new SafeFileHandle(handle, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
        var inner = FormattableString.Invariant($"stty cols {columns} rows {rows}; exec {command}");
        var start = new ProcessStartInfo("sh") { ArgumentList = { "-c", $"exec setsid --ctty sh -c '{inner}' <{far} >{far} 2>&1" } };
        // As the dashboard's own program is set; the budget is hexadecimal here.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCGen0MaxBudget"] = "800000";
        start.Environment["DOTNET_GCConserveMemory"] = "5";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["COLORTERM"] = "truecolor";
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var folder in home is null ? [] : new[] { "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME" })
        {
            start.Environment[folder] = home;
        }

        Process = Process.Start(start)!;
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>Bytes drawn so far.</summary>
    public long Drawn => Interlocked.Read(ref drawn);

    /// <summary>The program: each shell on the way has become it.</summary>
    public Process Process { get; }

    public void Type(string keys) => near.Write(Encoding.UTF8.GetBytes(keys));

    /// <summary>Waits for the next frame; those drawn meanwhile and not waited for are forgotten.</summary>
    /// <returns>When its last byte came (<see cref="TimeProvider.GetTimestamp"/>).</returns>
    public long NextFrame() => frames.Take().Shown;

    /// <summary>Waits for the next frame, and for the first from it on that draws these words in one piece.</summary>
    public (long Next, long WithWords) FirstFrames(string words)
    {
        var (next, bytes) = frames.Take();
        var withWords = next;
        while (!bytes.Contains(words, StringComparison.Ordinal))
        {
            (withWords, bytes) = frames.Take();
        }

        return (next, withWords);
    }

    /// <summary>Forgets the frames drawn so far.</summary>
    public void Forget()
    {
        while (frames.TryTake(out _))
        {
        }
    }

    private void Read()
    {
        var buffer = new byte[1 << 16];
        var frame = new StringBuilder();
        try
        {
            while (near.Read(buffer, 0, buffer.Length) is > 0 and var read)
            {
                Interlocked.Add(ref drawn, read);
                var shown = TimeProvider.System.GetTimestamp();
                frame.Append(Encoding.Latin1.GetString(buffer, 0, read));
                if (buffer.AsSpan(0, read).EndsWith(FrameEnd))
                {
                    frames.Add((shown, frame.ToString()));
                    frame.Clear();
                }
            }
        }
        catch (IOException)
        {
            // The program has ended, and its terminal with it.
        }
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        near.Dispose();
        frames.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int PosixOpenPt(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int GrantPt(int descriptor);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int UnlockPt(int descriptor);

    [LibraryImport("libc", EntryPoint = "ptsname", SetLastError = true)]
    private static partial nint PtsName(int descriptor);
}
