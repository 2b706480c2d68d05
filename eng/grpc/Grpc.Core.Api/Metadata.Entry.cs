using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One header or trailer: a lower-case key with a text, or with bytes where the key ends in <c>-bin</c>.</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

        private readonly string? text;
        private readonly byte[]? bytes;

        public Entry(string key, string value)
        {
            Key = ValidKey(key);
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinary)
            {
                throw new ArgumentException($"the key {Key} ends in {BinaryHeaderSuffix} and so takes bytes", nameof(key));
            }

            text = value;
        }

        public Entry(string key, byte[] valueBytes)
        {
            Key = ValidKey(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinary)
            {
                throw new ArgumentException($"the key {Key} takes text: only keys ending in {BinaryHeaderSuffix} take bytes", nameof(key));
            }

            bytes = valueBytes.AsSpan().ToArray();
        }

        public string Key { get; }

        /// <summary>The text; throws for a binary entry.</summary>
        public string Value => text ?? throw new InvalidOperationException($"the value of {Key} is bytes, not text");

        /// <summary>A copy of the bytes, or the text in ASCII.</summary>
        public byte[] ValueBytes => bytes?.AsSpan().ToArray() ?? Encoding.ASCII.GetBytes(text!);

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={Convert.ToHexString(bytes!)}]"
            : $"[Entry: key={Key}, value={text}]";

        // Keys travel as HTTP/2 header names, which have no upper case.
        private static string ValidKey(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var lower = key.ToLowerInvariant();
            return lower.AsSpan().ContainsAnyExcept(KeyCharacters)
                ? throw new ArgumentException($"a metadata key holds letters, digits, '_', '-' and '.' only: {key}", nameof(key))
                : lower;
        }
    }
}
