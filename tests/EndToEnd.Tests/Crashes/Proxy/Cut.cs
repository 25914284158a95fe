namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>Where to hold.</summary>
/// <param name="Step">The request, as <see cref="Trail"/> names it.</param>
/// <param name="Moment">Before it is forwarded, or when its answer is there.</param>
internal sealed record Cut(string Step, CutMoment Moment);
