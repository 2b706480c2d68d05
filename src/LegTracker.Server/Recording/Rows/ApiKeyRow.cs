namespace LegTracker.Server.Recording.Rows;

/// <summary>An API key without its secret.</summary>
internal sealed class ApiKeyRow
{
    /// <summary>The last part of its resource name.</summary>
    public required string Id { get; set; }

    public required string Title { get; set; }

    /// <summary>reader, editor or admin.</summary>
    public required string Role { get; set; }

    /// <summary>SHA-256 of the secret, which has 256 random bits and so needs no salt.</summary>
    public required byte[] SecretSha256 { get; set; }

    public DateTimeOffset CreateTime { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset? ExpireTime { get; set; }

    public DateTimeOffset? RevokeTime { get; set; }
}
