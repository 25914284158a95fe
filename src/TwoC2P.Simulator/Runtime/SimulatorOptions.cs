namespace TwoC2P.Simulator.Runtime;

/// <summary>Everything that can be set from the command line, environment or configuration. README.md lists the options.</summary>
internal sealed class SimulatorOptions
{
    [ConfigurationKeyName("gateway-pfx")]
    public string? GatewayPfx { get; set; }

    [ConfigurationKeyName("gateway-pfx-password")]
    public string? GatewayPfxPassword { get; set; }

    /// <summary>Merchant id → secret key; added to (or replacing) the two default merchants.</summary>
    [ConfigurationKeyName("merchant")]
    public Dictionary<string, string> Merchants { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Merchant id → path of the certificate (PEM or DER) that PKCS#7 answers are encrypted to.</summary>
    [ConfigurationKeyName("merchant-cert")]
    public Dictionary<string, string> MerchantCertificates { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The gateway's certificate and private key of the new generation; its password is that of the other one.</summary>
    [ConfigurationKeyName("gateway-jose-pfx")]
    public string? GatewayJosePfx { get; set; }

    /// <summary>Merchant id → path of the certificate or public key (PEM) that it uploaded and set as default.</summary>
    [ConfigurationKeyName("merchant-jose-cert")]
    public Dictionary<string, string> MerchantJoseCertificates { get; set; } = new(StringComparer.Ordinal);

    [ConfigurationKeyName("seed")]
    public string Seed { get; set; } = "default";

    /// <summary>Path of a file that keeps the record between runs; made when it is missing. Not set: it is in memory only.</summary>
    [ConfigurationKeyName("state")]
    public string? State { get; set; }

    [ConfigurationKeyName("time-zone")]
    public string TimeZone { get; set; } = "Asia/Bangkok";

    /// <summary>Local time (HH:mm or HH:mm:ss) at which the acquirer closes its day, or "none".</summary>
    [ConfigurationKeyName("void-cut-off")]
    public string VoidCutOff { get; set; } = "20:00";

    [ConfigurationKeyName("parent-pid")]
    public int? ParentPid { get; set; }

    /// <summary>How often one notification is sent at most, the first time included.</summary>
    [ConfigurationKeyName("notify-attempts")]
    public int NotifyAttempts { get; set; } = 4;

    /// <summary>Wait before the second attempt; it doubles for each further one.</summary>
    [ConfigurationKeyName("notify-delay-seconds")]
    public double NotifyDelaySeconds { get; set; } = 1;

    [ConfigurationKeyName("notify-timeout-seconds")]
    public double NotifyTimeoutSeconds { get; set; } = 10;

    [ConfigurationKeyName("notify-raw-plus")]
    public bool NotifyRawPlus { get; set; }

    /// <summary>Pending refunds confirm themselves after this time. Not set: they wait for the control API.</summary>
    [ConfigurationKeyName("finish-refunds-after-seconds")]
    public double? FinishRefundsAfterSeconds { get; set; }
}
