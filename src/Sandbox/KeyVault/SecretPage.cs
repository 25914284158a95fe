namespace Sandbox.KeyVault;

/// <summary>One page of a list, with the address of the next one.</summary>
internal sealed record SecretPage(IReadOnlyList<SecretBundle> Value, string? NextLink);
