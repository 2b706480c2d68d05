namespace LegTracker.Server.Sources.Bulk;

/// <summary>A fetch that failed in the middle of a read, on its way through the zip reader to where it becomes a value again.</summary>
/// <remarks>No IOException: the zip reader turns those into "corrupt".</remarks>
internal sealed class FetchFaultException(FetchOutcome.Failed failure) : Exception(failure.Detail)
{
    public FetchOutcome.Failed Failure => failure;
}
