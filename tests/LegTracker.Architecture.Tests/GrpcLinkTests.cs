using LegTracker.Architecture.Tests.GrpcContracts;

namespace LegTracker.Architecture.Tests;

public sealed class GrpcLinkTests : IDisposable
{
    private readonly ContractAssembly core = Open("Grpc.Core.Api");
    private readonly ContractAssembly common = Open("Grpc.Net.Common");

    public void Dispose()
    {
        core.Dispose();
        common.Dispose();
    }

    // The least counts are those of 2.85.0: fewer means that the reader, not the surface, shrank.
    [Theory]
    [InlineData("Grpc.AspNetCore.Server", 32, 69)]
    [InlineData("Grpc.Net.Client", 35, 66)]
    public void Every_reference_of_a_shipped_assembly_links_by_exact_signature(string consumer, int leastTypes, int leastMembers)
    {
        using var shipped = Open(consumer);

        var report = LinkCheck.Run(shipped, core, common);

        Assert.Empty(report.Faults);
        Assert.InRange(report.Types.Count, leastTypes, 200);
        Assert.InRange(report.Members.Count, leastMembers, 500);
    }

    [Fact]
    public void Generated_code_links()
    {
        using var generated = Open("LegTracker.Protos");

        Assert.Empty(LinkCheck.Run(generated, core, common).Faults);
    }

    [Fact]
    public void A_member_that_is_there_is_not_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Method(sketch.Type("SerializationContext"), "SetPayloadLength", parameter => parameter.Int32());

        Assert.Empty(Check(sketch));
    }

    [Fact]
    public void A_made_up_member_is_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Method(sketch.Type("SerializationContext"), "SetPayloadColor", parameter => parameter.Int32());

        Assert.Equal(
            "member Grpc.Core.SerializationContext: instance System.Void SetPayloadColor(System.Int32) is missing from Grpc.Core.Api",
            Assert.Single(Check(sketch)));
    }

    [Fact]
    public void A_member_with_another_parameter_type_is_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Method(sketch.Type("SerializationContext"), "SetPayloadLength", parameter => parameter.Int64());

        Assert.Contains("SetPayloadLength(System.Int64) is missing", Assert.Single(Check(sketch)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_member_is_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Method(sketch.Type("Metadata"), ".ctor", parameter => parameter.Boolean());

        Assert.Contains("Metadata: instance System.Void .ctor(System.Boolean) is ", Assert.Single(Check(sketch)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_made_up_type_is_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Type("NoSuchType");

        Assert.Equal("type Grpc.Core.NoSuchType is missing from Grpc.Core.Api", Assert.Single(Check(sketch)));
    }

    [Fact]
    public void An_override_of_nothing_is_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Class(sketch.Type("SerializationContext"), "SetPayloadColor", parameter => parameter.Int32());

        Assert.Contains("Derived overrides instance System.Void SetPayloadColor", Assert.Single(Check(sketch)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_abstract_member_left_over_is_reported()
    {
        var sketch = new MetadataSketch(core);
        sketch.Class(sketch.Type("ChannelCredentialsConfiguratorBase"), "SetInsecureCredentials", parameter => parameter.Object());

        var faults = Check(sketch);

        Assert.Equal(2, faults.Count);
        Assert.All(faults, fault => Assert.StartsWith("Derived leaves ", fault, StringComparison.Ordinal));
    }

    private static ContractAssembly Open(string name) => ContractAssembly.Open(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));

    private IReadOnlyList<string> Check(MetadataSketch sketch)
    {
        using var assembly = sketch.Build();
        return LinkCheck.Run(assembly, core, common).Faults;
    }
}
