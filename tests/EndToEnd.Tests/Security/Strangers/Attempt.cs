using System.Net;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>One way to reach for somebody's objects through a function.</summary>
/// <param name="Of">The request that names them.</param>
/// <param name="Expected">What a stranger gets at its own address, whether there are such objects anywhere or not.</param>
internal sealed record Attempt(Func<Objects, Ask> Of, HttpStatusCode Expected = HttpStatusCode.NotFound);
