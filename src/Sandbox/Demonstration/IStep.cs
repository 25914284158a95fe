namespace Sandbox.Demonstration;

/// <summary>One step of the demonstration: real requests, and what must be true of the answers.</summary>
internal interface IStep
{
    /// <summary>What it shows.</summary>
    string Title { get; }

    /// <summary>Plays it; what is not true is said to the timeline.</summary>
    Task PlayAsync(Stage stage);
}
