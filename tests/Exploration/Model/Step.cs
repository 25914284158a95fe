using Exploration.Search;

namespace Exploration.Model;

/// <summary>One thing that may happen next.</summary>
/// <param name="Words">For a path.</param>
/// <param name="Cost">How many faults it is.</param>
/// <param name="Take">Lets it happen.</param>
internal readonly record struct Step(string Words, int Cost, Action<World, Chooser> Take);
