namespace Dreaming.Gates;

internal static class Bisection
{
    /// <summary>A root of a monotone function with a change of sign between the two bounds, to the last bit that a double can tell.</summary>
    public static double Root(double low, double high, Func<double, double> function)
    {
        var rising = function(high) > function(low);
        for (var i = 0; i < 2_000; i++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (function(middle) < 0 == rising)
                low = middle;
            else
                high = middle;
        }

        return low + (high - low) / 2;
    }
}
