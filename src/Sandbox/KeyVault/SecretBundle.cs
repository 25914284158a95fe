namespace Sandbox.KeyVault;

/// <summary>A secret as the REST API shows it; lists leave the value out.</summary>
internal sealed record SecretBundle(string Id, string? Value, SecretAttributes Attributes)
{
    public static SecretBundle Whole(SecretVersion version, string vault) => Create(version, vault, version.Value);

    public static SecretBundle WithoutValue(SecretVersion version, string vault) => Create(version, vault, value: null);

    private static SecretBundle Create(SecretVersion version, string vault, string? value)
    {
        var created = version.Created.ToUnixTimeSeconds();
        return new($"{vault}/secrets/{version.Name}/{version.Id}", value, new(version.Enabled, created, created));
    }
}
