using System.Text.Json;
using LocalFunctions.Invocations;
using Microsoft.AspNetCore.Http;

namespace LocalFunctions.Http;

internal sealed class HttpInput(HttpContext httpContext) : TriggerInput
{
    private readonly Lazy<IReadOnlyDictionary<string, object?>> _bindingData = new(() => Read(httpContext.Request));

    public HttpContext HttpContext => httpContext;

    public override IReadOnlyDictionary<string, object?> BindingData => _bindingData.Value;

    public override string? TraceParent => httpContext.Request.Headers.TraceParent;

    public override object? Convert(Type type) => type == typeof(HttpRequest) ? httpContext.Request : throw CannotBind(type);

    private static Dictionary<string, object?> Read(HttpRequest request)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var headers = request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in query)
            data[key] = value;
        foreach (var (key, value) in request.RouteValues)
            data[key] = value;
        data["Query"] = JsonSerializer.Serialize(query);
        data["Headers"] = JsonSerializer.Serialize(headers);
        return data;
    }
}
