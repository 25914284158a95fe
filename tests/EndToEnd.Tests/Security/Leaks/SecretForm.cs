namespace EndToEnd.Tests.Security.Leaks;

/// <summary>How a secret may be written.</summary>
/// <param name="How">In words.</param>
/// <param name="Bytes">The bytes that give it away.</param>
internal sealed record SecretForm(string How, byte[] Bytes);
