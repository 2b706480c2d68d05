using System.Text;

namespace LegTracker.Server.Tests.Sources.Bulk.Texts;

/// <summary>Constructed CAML texts in the layout of the Legislature's.</summary>
internal static class Caml
{
    /// <summary>A version whose parts are given as XML.</summary>
    public static byte[] Of(string digest, string title = "An act to amend Section 1 of the Penal Code, relating to minors.", string body = "", string flags = "", string history = "", string id = "20250AB__000199INT") => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?><caml:MeasureDoc version="1.0" xmlns:caml="http://lc.ca.gov/legalservices/schemas/caml.1#" xmlns:xlink="http://www.w3.org/1999/xlink">
        <caml:Description xmlns="http://www.w3.org/1999/xhtml"><caml:Id>{id}</caml:Id><caml:History>{history}</caml:History><caml:Title>{title}</caml:Title>
        <caml:GeneralSubject><caml:Subject>Minors.</caml:Subject></caml:GeneralSubject><caml:DigestText>{digest}</caml:DigestText>
        <caml:MeasureIndicators><caml:ImmediateEffectFlags>{flags}</caml:ImmediateEffectFlags></caml:MeasureIndicators></caml:Description>
        <caml:Bill id="bill" xmlns="http://www.w3.org/1999/xhtml"><caml:Preamble>The people of the State of California do enact as follows:</caml:Preamble>{body}</caml:Bill></caml:MeasureDoc>
        """);
}
