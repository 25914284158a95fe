namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Something to be searched.</summary>
/// <param name="Place">Where it stands, for people.</param>
/// <param name="Bytes">What it says.</param>
internal sealed record Content(string Place, byte[] Bytes);
