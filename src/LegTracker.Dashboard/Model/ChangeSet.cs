using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace LegTracker.Dashboard.Model;

/// <summary>Names of changes, such as "changes/12.0": each takes eight bytes, however many a person leaves unread.</summary>
/// <remarks>A name of another form is kept as it is.</remarks>
[CollectionBuilder(typeof(ChangeSet), nameof(Of))]
[JsonConverter(typeof(ChangeSetConverter))]
internal sealed class ChangeSet : IEnumerable<string>
{
    private const string Prefix = "changes/";
    private const int IndexBits = 24;

    private static readonly ChangeSet Empty = new([], []);

    // Revision and index of each in one number, in order.
    private readonly long[] keys;
    private readonly ImmutableHashSet<string> others;

    private ChangeSet(long[] keys, ImmutableHashSet<string> others) => (this.keys, this.others) = (keys, others);

    public int Count => keys.Length + others.Count;

    public static ChangeSet Of(ReadOnlySpan<string> names) => Empty.Union(names.ToArray());

    public bool Contains(string name) => KeyOf(name) is { } key ? Array.BinarySearch(keys, key) >= 0 : others.Contains(name);

    public ChangeSet Union(IEnumerable<string> names)
    {
        var more = new Builder(this);
        foreach (var name in names)
        {
            more.Add(name);
        }

        return more.Build();
    }

    public ChangeSet Except(IEnumerable<string> names)
    {
        var gone = Empty.Union(names);
        return new([.. keys.Where(key => Array.BinarySearch(gone.keys, key) < 0)], others.Except(gone.others));
    }

    /// <summary>Those recorded after a revision.</summary>
    public ChangeSet After(long revision) => new([.. keys.Where(key => key >> IndexBits > revision)], [.. others.Where(name => ReadLedger.RevisionOf(name) > revision)]);

    public bool SetEquals(ChangeSet other) => keys.AsSpan().SequenceEqual(other.keys) && others.SetEquals(other.others);

    public IEnumerator<string> GetEnumerator() => keys.Select(NameOf).Concat(others).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gathers names letter by letter, in room that is used again: a long list leaves no garbage but the set.</summary>
    public struct Builder(ChangeSet start)
    {
        private readonly ImmutableHashSet<string>.Builder others = start.others.ToBuilder();
        private long[] gathered = Room(start.keys, start.keys.Length + 256);
        private int count = start.keys.Length;

        public void Add(ReadOnlySpan<char> name)
        {
            if (KeyOf(name) is not { } key)
            {
                others.Add(name.ToString());
                return;
            }

            if (count == gathered.Length)
            {
                var more = Room(gathered, count * 2);
                ArrayPool<long>.Shared.Return(gathered);
                gathered = more;
            }

            gathered[count++] = key;
        }

        /// <summary>The set; nothing can be added any more.</summary>
        public ChangeSet Build()
        {
            var sorted = gathered.AsSpan(0, count);
            sorted.Sort();
            var distinct = 0;
            foreach (var key in sorted)
            {
                if (distinct == 0 || sorted[distinct - 1] != key)
                {
                    sorted[distinct++] = key;
                }
            }

            var set = new ChangeSet(sorted[..distinct].ToArray(), others.ToImmutable());
            ArrayPool<long>.Shared.Return(gathered);
            (gathered, count) = ([], 0);
            return set;
        }

        private static long[] Room(long[] first, int length)
        {
            var room = ArrayPool<long>.Shared.Rent(length);
            first.CopyTo(room, 0);
            return room;
        }
    }

    private static string NameOf(long key) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{key >> IndexBits}.{key & ((1 << IndexBits) - 1)}");

    // Null for a name that NameOf would not give back letter by letter.
    private static long? KeyOf(ReadOnlySpan<char> name)
    {
        var number = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : [];
        var dot = number.IndexOf('.');
        return dot > 0 && Part(number[..dot], 63 - IndexBits) is { } revision && Part(number[(dot + 1)..], IndexBits) is { } index ? (revision << IndexBits) | index : null;
    }

    private static long? Part(ReadOnlySpan<char> digits, int bits) =>
        digits is ['0'] or [not '0', ..] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >> bits == 0 ? number : null;
}
