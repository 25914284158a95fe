namespace Exploration.Model;

/// <summary>What truly becomes of a request.</summary>
internal enum Deed
{
    /// <summary>The gateway does it.</summary>
    Done,

    /// <summary>It takes it and decides later.</summary>
    Taken,

    /// <summary>It refuses it.</summary>
    Refused,

    /// <summary>It never reaches the gateway.</summary>
    LostBefore,

    /// <summary>It lies at the gateway, which may do it any time or never.</summary>
    Late,

    /// <summary>It never left, and the client can prove it.</summary>
    NeverSent,

    /// <summary>The worker is gone after it took the right to send and before it sent.</summary>
    WorkerGone,
}
