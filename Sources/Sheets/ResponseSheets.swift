package import Staffing
package struct ResponseSheets {
    package init(_ response: StaffedResponse) {}
    package var files: [(path: String, text: String)] { [("index.html", "x")] }
}
