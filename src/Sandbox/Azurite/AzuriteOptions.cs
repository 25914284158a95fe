namespace Sandbox.Azurite;

/// <summary>Where Azurite listens and keeps its data. A port of 0 lets the operating system choose a free one.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Blob service port.</summary>
    public int BlobPort { get; init; }

    /// <summary>Queue service port.</summary>
    public int QueuePort { get; init; }

    /// <summary>Table service port.</summary>
    public int TablePort { get; init; }

    /// <summary>Folder that keeps the data between runs; null keeps everything in memory.</summary>
    public string? Location { get; init; }
}
