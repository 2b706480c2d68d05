using LegTracker.Dashboard.Writing;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class WarmUpTests
{
    public static TheoryData<string> Formats => [.. WrittenSegment.Formats];

    /// <summary>It must never end the program that it makes ready: a fault of its thread would.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_can_be_made_ready(string format) => Assert.NotEmpty(WarmUp.Write(format).Bytes);

    [Fact]
    public void The_slides_made_ready_have_what_real_slides_have()
    {
        var text = string.Join('\n', WarmUp.Write("pptx").Parts.SelectMany(part => part.Blocks).Select(block => block.Text));

        Assert.Contains("Now in California: AB 1", text, StringComparison.Ordinal);
        Assert.Contains("AB 3 (Author)", text, StringComparison.Ordinal);
        Assert.Contains("Time: ", text, StringComparison.Ordinal);
    }
}
