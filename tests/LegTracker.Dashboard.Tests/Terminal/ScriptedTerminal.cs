using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using LegTracker.Dashboard.Terminal;

namespace LegTracker.Dashboard.Tests.Terminal;

/// <summary>A terminal without a tty: keys come from the test, what is written is kept.</summary>
internal sealed class ScriptedTerminal(int columns, int rows) : ITerminal
{
    private readonly BlockingCollection<byte[]> input = [];
    private readonly ConcurrentQueue<byte[]> writes = [];
    private readonly Channel<bool> written = Channel.CreateUnbounded<bool>();

    public bool IsTaken { get; private set; }

    public int Entries { get; private set; }

    public (int Columns, int Rows) Size { get; set; } = (columns, rows);

    /// <summary>Everything written so far, as text.</summary>
    public string Written => string.Concat(writes.Select(Encoding.UTF8.GetString));

    public int Writes => writes.Count;

    /// <summary>Waits until the words have been written.</summary>
    public async Task ShowsAsync(string words)
    {
        while (!Written.Contains(words, StringComparison.Ordinal))
        {
            await written.Reader.ReadAsync();
        }
    }

    public void Press(string bytes) => input.Add(Encoding.UTF8.GetBytes(bytes));

    public void Enter() => (IsTaken, Entries) = (true, Entries + 1);

    public void Leave() => IsTaken = false;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (IsTaken && bytes.Length > 0)
        {
            writes.Enqueue(bytes.ToArray());
            written.Writer.TryWrite(true);
        }
    }

    public int Read(Span<byte> buffer, int timeout)
    {
        if (input.IsCompleted || !input.TryTake(out var bytes, timeout))
        {
            return input.IsCompleted ? -1 : 0;
        }

        bytes.CopyTo(buffer);
        return bytes.Length;
    }

    public void Wake() => input.CompleteAdding();
}
