namespace TwoC2P.Simulator.Gateway;

/// <summary>What stands before the gateway, such as a firewall, and may refuse everybody.</summary>
internal sealed class FrontDoor
{
    private volatile int _status;

    /// <summary>The status that everybody is refused with; null while the door is open.</summary>
    public int? Status
    {
        get => _status == 0 ? null : _status;
        set => _status = value ?? 0;
    }
}
