namespace Sandbox.KeyVault;

/// <summary>Whether the emulated vault answers; tests switch it to see what a caller does in an outage.</summary>
public enum KeyVaultAvailability
{
    /// <summary>Answers normally.</summary>
    Up,

    /// <summary>Answers every call with 503.</summary>
    Down,

    /// <summary>Refuses every call with 403, as when the app's role was taken away.</summary>
    Forbidden,

    /// <summary>Takes every call and never answers.</summary>
    Silent,
}
