namespace TwoC2P.Simulator.Control;

/// <summary>Refuses query parameters that a command does not know: a misspelt filter would stand for all.</summary>
internal static class QueryCheck
{
    public static void TakesOnly(this RouteHandlerBuilder route, params string[] names) =>
        route.AddEndpointFilter(
            async (context, next) =>
            {
                var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(key =>
                    !names.Contains(key, StringComparer.OrdinalIgnoreCase)
                );
                return unknown is null
                    ? await next(context)
                    : ControlApi.Bad($"{unknown}: the query takes {string.Join(", ", names)}.");
            }
        );
}
