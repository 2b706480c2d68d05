using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace LegTracker.Architecture.Tests;

/// <summary>The parts of the contract assemblies that decide something by themselves.</summary>
public sealed class GrpcContractTests
{
    public static TheoryData<ICompressionProvider> Providers =>
        [new GzipCompressionProvider(CompressionLevel.Optimal), new DeflateCompressionProvider(CompressionLevel.Fastest)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Compressed_messages_come_back_whatever_their_length(ICompressionProvider provider)
    {
        foreach (var length in new[] { 0, 1, 100_000 })
        {
            var message = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();
            using var wire = new MemoryStream();
            using (var compression = provider.CreateCompressionStream(wire, null))
            {
                compression.Write(message);
            }

            wire.Position = 0;
            using var back = new MemoryStream();
            provider.CreateDecompressionStream(wire).CopyTo(back);

            Assert.NotEqual(0, wire.Length);
            Assert.Equal(message, back.ToArray());
        }
    }

    [Fact]
    public void The_last_entry_of_a_key_wins_and_all_are_kept()
    {
        var metadata = new Metadata { { "Key", "one" }, { "key", "two" }, { "other-bin", [1] } };

        Assert.Equal("two", metadata.GetValue("key"));
        Assert.Equal(["one", "two"], metadata.GetAll("key").Select(entry => entry.Value));
        Assert.Equal([1], metadata.GetValueBytes("other-bin")!);
        Assert.Null(metadata.Get("absent"));
        Assert.Equal(3, metadata.Count);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("naïve")]
    [InlineData("text-bin")]
    public void A_key_that_cannot_carry_text_is_refused(string key) =>
        Assert.ThrowsAny<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Text_keys_refuse_bytes_and_binary_entries_refuse_text()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", [1]));
        Assert.Throws<InvalidOperationException>(() => new Metadata.Entry("key-bin", [1]).Value);
    }

    [Fact]
    public void The_shared_empty_metadata_cannot_be_added_to() =>
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));

    [Fact]
    public void Each_with_changes_one_option_of_a_copy()
    {
        var deadline = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var options = new CallOptions(cancellationToken: CancellationToken.None);

        var changed = options.WithDeadline(deadline).WithWaitForReady().WithHeaders([]);

        Assert.Null(options.Deadline);
        Assert.False(options.IsWaitForReady);
        Assert.Equal(deadline, changed.Deadline);
        Assert.True(changed.IsWaitForReady);
        Assert.Empty(changed.Headers!);
    }
}
