<?php
// What a web server does for WordPress: files as they are, everything else to index.php.
require __DIR__ . '/wordpress-constants.php';
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$upload = getenv('WORDPRESS_DATA') . $path;
if (str_starts_with($path, '/uploads/')) {
    if (!is_file($upload)) return http_response_code(404);
    header('Content-Type: ' . mime_content_type($upload));
    readfile($upload);
    return true;
}
$file = getenv('WORDPRESS_CODE') . $path;
if ($path !== '/' && is_file($file)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require getenv('WORDPRESS_CODE') . '/index.php';
