namespace TwoC2P.Simulator.Faults;

/// <summary>Where a fault takes hold.</summary>
internal enum FaultStage
{
    /// <summary>It decides how a call is answered; one call meets at most one of these.</summary>
    Interruption,

    /// <summary>It changes what the gateway does or tells; several can hold at once.</summary>
    Modifier,

    /// <summary>It concerns the gateway's own notifications.</summary>
    Notification,
}
