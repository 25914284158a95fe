namespace Operator.Keys;

/// <summary>The end of a change, and the versions that it is about.</summary>
/// <param name="End">What became of it.</param>
/// <param name="Version">The version that was written.</param>
/// <param name="Other">Somebody else's version; null when there is none.</param>
internal sealed record Written(WriteEnd End, string Version, string? Other = null);
