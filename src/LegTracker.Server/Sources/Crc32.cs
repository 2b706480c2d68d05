namespace LegTracker.Server.Sources;

/// <summary>The checksum of gzip and zip (RFC 1952, section 8), which the framework computes but does not expose.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Fold((uint)index))];

    private uint inverse;

    /// <summary>The checksum of what was added.</summary>
    public readonly uint Value => inverse;

    /// <summary>Checksum of one block.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = default(Crc32);
        sum.Add(bytes);
        return sum.Value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var sum = ~inverse;
        foreach (var value in bytes)
        {
            sum = Table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        inverse = ~sum;
    }

    private static uint Fold(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
