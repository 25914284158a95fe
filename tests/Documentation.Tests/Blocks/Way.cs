namespace Documentation.Tests.Blocks;

/// <summary>What is done with a block.</summary>
public enum Way
{
    /// <summary>Run by bash, after the blocks before it in its document: every command must succeed, and what is said about its answer must be so.</summary>
    Session,

    /// <summary>Shown as what the block before it prints: ids and numbers aside, it must be that.</summary>
    Output,

    /// <summary>A C# program: run with <c>dotnet run</c>.</summary>
    Program,

    /// <summary>Part of somebody's C# project: compiled.</summary>
    Compiled,

    /// <summary>JSON that the gateway tells: compared with what it tells here.</summary>
    Told,

    /// <summary>JSON that the gateway is sent: sent.</summary>
    Sent,

    /// <summary>JSON for elsewhere: must be JSON.</summary>
    Json,

    /// <summary>Calls in the manner of HTTP: the contract must know them, and their bodies.</summary>
    Calls,

    /// <summary>Listed with a reason why it is not run here. Bash must at least be able to read what is for a shell.</summary>
    NotRun,
}
