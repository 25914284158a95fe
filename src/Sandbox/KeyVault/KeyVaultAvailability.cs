namespace Sandbox.KeyVault;

/// <summary>Whether the emulated vault answers; tests switch it to see what a caller does in an outage.</summary>
public enum KeyVaultAvailability
{
    /// <summary>Answers normally.</summary>
    Up,

    /// <summary>Answers every call with 503.</summary>
    Down,

    /// <summary>Takes every call and never answers.</summary>
    Silent,
}
