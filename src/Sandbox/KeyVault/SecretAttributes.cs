namespace Sandbox.KeyVault;

/// <summary>A version's state; times are seconds since 1970.</summary>
internal sealed record SecretAttributes(bool Enabled, long Created, long Updated);
