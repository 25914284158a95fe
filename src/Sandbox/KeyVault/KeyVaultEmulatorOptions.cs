using System.Security.Cryptography.X509Certificates;

namespace Sandbox.KeyVault;

/// <summary>How the Key Vault emulator listens, on 127.0.0.1 only. A port of 0 lets the operating system choose a free one.</summary>
public sealed record KeyVaultEmulatorOptions
{
    /// <summary>TLS certificate with its private key; null makes one for this run.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Port of the secrets API (https).</summary>
    public int VaultPort { get; init; }

    /// <summary>Port of the managed-identity endpoint (http, as in App Service).</summary>
    public int IdentityPort { get; init; }

    /// <summary>Clock for the creation times of versions and the header <c>Date</c>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
