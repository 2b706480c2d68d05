namespace LegTracker.Server.Recording;

/// <summary>The file is no store that this version can use; it was left as it is. The message says why and what to do.</summary>
internal sealed class StoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);
