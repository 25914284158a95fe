namespace EndToEnd.Tests.Security.Leaks;

/// <summary>A secret that stands where it may not.</summary>
/// <param name="Secret">Which.</param>
/// <param name="How">How it is written.</param>
/// <param name="At">The byte at which it begins.</param>
internal sealed record FoundSecret(string Secret, string How, int At);
