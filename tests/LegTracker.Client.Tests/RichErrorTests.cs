using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace LegTracker.Client.Tests;

public sealed class RichErrorTests
{
    [Fact]
    public void Reason_metadata_and_violations_are_read_from_the_trailer()
    {
        var details = new Google.Rpc.Status
        {
            Details =
            {
                Any.Pack(new Google.Rpc.ErrorInfo { Type = "BILL_NOT_FOUND", Domain = "legtracker", Metadata = { ["near"] = "AB 1394 (2023-24)" } }),
                Any.Pack(new Google.Rpc.BadRequest { FieldViolations = { new Google.Rpc.BadRequest.Types.FieldViolation { Field = "name", Description = "no bill" } } }),
            },
        };
        var fault = new RpcException(new Status(StatusCode.NotFound, "not tracked"), new Metadata { { "grpc-status-details-bin", details.ToByteArray() } });

        var error = RichError.From(fault);

        Assert.Equal((RichErrorKind.NotFound, "BILL_NOT_FOUND", "not tracked"), (error.Kind, error.Reason, error.Message));
        Assert.Equal("AB 1394 (2023-24)", error.Metadata["near"]);
        Assert.Equal(("name", "no bill"), Assert.Single(error.Violations));
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument, RichErrorKind.Usage)]
    [InlineData(StatusCode.Unavailable, RichErrorKind.Unreachable)]
    [InlineData(StatusCode.DeadlineExceeded, RichErrorKind.Unreachable)]
    [InlineData(StatusCode.AlreadyExists, RichErrorKind.Refused)]
    [InlineData(StatusCode.PermissionDenied, RichErrorKind.Refused)]
    [InlineData(StatusCode.Cancelled, RichErrorKind.Canceled)]
    [InlineData(StatusCode.Internal, RichErrorKind.Failed)]
    public void A_status_without_details_still_has_a_kind_and_a_message(StatusCode code, RichErrorKind kind)
    {
        var error = RichError.From(new RpcException(new Status(code, "said")));

        Assert.Equal((kind, "", "said"), (error.Kind, error.Reason, error.Message));
        Assert.Empty(error.Metadata);
    }

    [Fact]
    public void Broken_details_are_left_out()
    {
        var fault = new RpcException(new Status(StatusCode.NotFound, "said"), new Metadata { { "grpc-status-details-bin", new byte[] { 0xFF, 0xFF } } });

        Assert.Equal("", RichError.From(fault).Reason);
    }
}
