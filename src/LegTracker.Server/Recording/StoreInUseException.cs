namespace LegTracker.Server.Recording;

/// <summary>Another process has the store open; the message says which, and what to do.</summary>
internal sealed class StoreInUseException(string message, Exception inner) : Exception(message, inner);
