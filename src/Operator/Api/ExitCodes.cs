namespace Operator.Api;

/// <summary>What a command ends with, for scripts.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The gateway refused it; the problem says why. Repeating it changes nothing.</summary>
    public const int Refused = 1;

    /// <summary>The command line or the environment is wrong; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The gateway could not be reached or has a fault of its own. Repeat the same command.</summary>
    public const int Unavailable = 3;

    /// <summary>It is taken, and not done yet.</summary>
    public const int Waiting = 4;

    /// <summary>A reconciliation found what does not agree; or a list of keys was written, and somebody else wrote it at the same time.</summary>
    public const int Differences = 5;

    /// <summary>A reconciliation found no difference, and could not compare everything.</summary>
    public const int NotCompared = 6;
}
