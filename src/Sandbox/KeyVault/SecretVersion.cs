namespace Sandbox.KeyVault;

/// <summary>One version of a secret. Its text form is its id: the value must not get into a message by accident.</summary>
internal sealed record SecretVersion(string Name, string Id, string Value, DateTimeOffset Created, bool Enabled)
{
    public override string ToString() => $"{Name}/{Id}";
}
